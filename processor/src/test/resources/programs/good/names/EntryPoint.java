package good.names;

record EntryPoint(int a) {}
