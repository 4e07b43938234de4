package dev.claimgraph.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** One of the ways in which callers are let in. */
interface WayIn {

    void open(HttpSecurity http);
}
