package dev.runinprocess.codec;

import java.io.Serializable;

/** The superclass of {@link Legacy}. */
abstract class LegacyBase implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;

    LegacyBase(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
