package good.names;

record ValueWriter(int a) {}
