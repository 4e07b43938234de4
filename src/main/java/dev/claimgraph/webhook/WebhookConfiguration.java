package dev.claimgraph.webhook;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of what is sent, and of how. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MessageSettings.class, WebhookSettings.class})
class WebhookConfiguration {}
