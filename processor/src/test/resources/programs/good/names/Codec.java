package good.names;

record Codec(int a) {}
