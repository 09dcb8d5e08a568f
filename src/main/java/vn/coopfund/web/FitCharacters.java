package vn.coopfund.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters and names of files with characters that no text may have; of JSON the reader does the same. */
@Component
class FitCharacters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Refusal.Problems problems = new Refusal.Problems();
        request.getParameterMap().forEach((name, values) ->
                problems.addIf(!Arrays.stream(values).allMatch(PlainText::isFit), name, "web.unfit-characters", name));
        if (request instanceof MultipartHttpServletRequest parts) {
            parts.getMultiFileMap().forEach((name, files) ->
                    problems.addIf(!files.stream().allMatch(FitCharacters::hasFitName), name, "web.unfit-characters", name));
        }
        problems.refuseIfAny();
        return true;
    }

    private static boolean hasFitName(MultipartFile file) {
        return file.getOriginalFilename() == null || PlainText.isFit(file.getOriginalFilename());
    }
}
