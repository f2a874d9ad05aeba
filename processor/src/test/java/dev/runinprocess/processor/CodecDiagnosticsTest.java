package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;

class CodecDiagnosticsTest {
    private static final String MONEY = """
            final class Money {
                abstract static class Base implements Codec<Money> {
                    @Override
                    public void write(ValueWriter out, Money value) {}

                    @Override
                    public Money read(ValueReader in) {
                        return new Money();
                    }
                }

                abstract static class Abstract extends Base {}

                private static final class Private extends Base {}

                final class Inner extends Base {}

                static final class NoConstructor extends Base {
                    NoConstructor(String name) {}
                }

                static final class Throwing extends Base {
                    Throwing() throws IOException {}
                }

                static final class Secretive extends Base {
                    private Secretive() {}
                }

                static final class WrongConstant extends Base {
                    public static final String INSTANCE = "";

                    private WrongConstant() {}
                }

                static class Good extends Base {}
            }
            """;

    @Test
    void codecClass_thatCannotBeHad_isRejected() {
        Rejected.declarations(MONEY, """
                        final class Work {
                            @RunInProcess
                            static void work(
                                    @UseCodec(Money.Abstract.class) Money a,
                                    @UseCodec(Money.Inner.class) Money b,
                                    @UseCodec(Money.NoConstructor.class) Money c,
                                    @UseCodec(Money.Throwing.class) Money d,
                                    @UseCodec(Money.Secretive.class) Money e,
                                    @UseCodec(Money.WrongConstant.class) Money f) {}
                        }
                        """)
                .error(
                        "[codec-class] Abstract cannot serve as a codec: it is abstract. Name a class that can be created.",
                        "Money a")
                .error(
                        "[codec-class] Inner cannot serve as a codec: an inner class needs an enclosing object. Make it static.",
                        "Money b")
                .error(
                        "[codec-class] NoConstructor cannot serve as a codec: it has no constructor without parameters",
                        "Money c")
                .error("[codec-class] Throwing cannot serve as a codec: it has no constructor", "Money d")
                .error("[codec-class] Secretive cannot serve as a codec: it has no constructor", "Money e")
                .error("[codec-class] WrongConstant cannot serve as a codec: it has no constructor", "Money f")
                .only();
    }

    @Test
    void codecClass_private_isRejected() {
        Rejected.declarations("""
                        final class Work {
                            private static final class Shout implements Codec<String> {
                                @Override
                                public void write(ValueWriter out, String value) {}

                                @Override
                                public String read(ValueReader in) {
                                    return "";
                                }
                            }

                            @RunInProcess
                            @UseCodec(Shout.class)
                            static void work(String text) {}
                        }
                        """)
                .error(
                        "[codec-class] Shout cannot serve as a codec: it, or a class around it, is private.",
                        "@UseCodec(Shout.class)")
                .only();
    }

    @Test
    void twoMarksForOneType_areRejected() {
        Rejected.declarations(MONEY, """
                        final class Work {
                            static final class Better extends Money.Good {}

                            @RunInProcess
                            @UseCodec(Money.Good.class)
                            @UseCodec(Better.class)
                            static void work(Money money) {}
                        }
                        """)
                .error("[codec-duplicate] Money is marked twice here", "void work(Money money)")
                .only();
    }

    @Test
    void markForTypeThatDoesNotOccur_isRejected() {
        Rejected.declarations(MONEY, """
                        final class Work {
                            @RunInProcess
                            static void work(
                                    @UseCodec(Money.Good.class) List<String> texts) {}
                        }
                        """)
                .error("[codec-unused] This mark is for Money, which parameter 'texts' does not contain", "@UseCodec(")
                .only();
    }

    @Test
    void packagesMark_wrong_isReportedOnce() {
        Rejected.files("""
                        @dev.runinprocess.UseCodec(Shout.class)
                        package p;
                        """, """
                        package p;

                        abstract class Shout implements dev.runinprocess.codec.Codec<String> {}
                        """, """
                        package p;

                        import dev.runinprocess.RunInProcess;

                        final class Work {
                            @RunInProcess
                            static void one(String text) {}

                            @RunInProcess
                            static void two(String text) {}
                        }
                        """)
                .error("[codec-class] Shout cannot serve as a codec: it is abstract.", "UseCodec(Shout.class)")
                .only();
    }

    @Test
    void codecOfAnotherPackage_outOfReach_isRejected() {
        Rejected.files("""
                        package a;

                        import dev.runinprocess.UseCodec;

                        @UseCodec(MoneyCodec.class)
                        public final class Money {}
                        """, """
                        package a;

                        import dev.runinprocess.codec.Codec;
                        import dev.runinprocess.codec.ValueReader;
                        import dev.runinprocess.codec.ValueWriter;

                        public final class MoneyCodec implements Codec<Money> {
                            MoneyCodec() {}

                            @Override
                            public void write(ValueWriter out, Money value) {}

                            @Override
                            public Money read(ValueReader in) {
                                return new Money();
                            }
                        }
                        """, """
                        package b;

                        final class Work {
                            @dev.runinprocess.RunInProcess
                            static void work(
                                    a.Money money) {}
                        }
                        """)
                .error(
                        "[type-inaccessible] parameter 'money' (a.Money) cannot cross a process boundary: the constructor of a.MoneyCodec is package-private",
                        "a.Money money")
                .only();
    }
}
