package vn.coopfund.web;

import java.util.function.IntSupplier;
import vn.coopfund.access.Role;

/**
 * One place in the head of every page, declared as a bean by the room that owns it.
 *
 * @param order smaller is further left
 * @param key   message key of its name
 * @param path  where it leads
 * @param roles who sees it
 * @param count the number shown beside it (open tasks), or null for none
 */
public record NavigationPlace(int order, String key, String path, java.util.Set<Role> roles, IntSupplier count) {
}
