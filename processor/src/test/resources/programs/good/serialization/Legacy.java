package good.serialization;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A class that cannot be changed. */
public class Legacy implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final Part part;
    private final ArrayList<Part> parts = new ArrayList<>();
    private final Color color = Color.RED;
    private final int[] numbers = {1, 2};
    private final transient Object ignored = new Object();

    /** Makes one. */
    public Legacy(String name) {
        this.name = name;
        this.part = new Part(name.length());
        this.parts.add(part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Legacy that && name.equals(that.name) && parts.equals(that.parts) && that.color == color;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }

    /** A part. */
    static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int number;

        Part(int number) {
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Part that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    enum Color {
        RED
    }

    /** A subclass. */
    static final class Special extends Legacy {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final List<String> more = new ArrayList<>(List.of("a"));

        Special(String name) {
            super(name);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && other instanceof Special that && more.equals(that.more);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
