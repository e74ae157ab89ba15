package com.hackajob.pinpoint.local.aws;

/** Says how to start a function's process. */
@FunctionalInterface
public interface Launcher {

    Launch launch(FunctionDefinition function);
}
