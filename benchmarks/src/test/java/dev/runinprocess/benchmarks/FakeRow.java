package dev.runinprocess.benchmarks;

/** A row that measures nothing. */
record FakeRow(String name, Unit unit, Target target) implements Row {
    @Override
    public String title() {
        return "title of `" + name + "` & more";
    }

    @Override
    public String counted() {
        return "What " + name + " counts.";
    }

    @Override
    public void measure(Run run) {
        throw new UnsupportedOperationException();
    }
}
