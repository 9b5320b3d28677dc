package dev.interlock.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web application; see {@link ServerWiring} for what it is made of. */
@SpringBootApplication(proxyBeanMethods = false)
public class ServerApplication {}
