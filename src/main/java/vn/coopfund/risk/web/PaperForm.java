package vn.coopfund.risk.web;

import org.springframework.web.multipart.MultipartFile;

/** A photo or a paper of an inspection. */
record PaperForm(MultipartFile file) {
}
