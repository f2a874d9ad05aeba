package dev.runinprocess.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.Processes;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.LeavesNothing;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library's logger, {@code dev.runinprocess}, through the JDK's logging. */
@ExtendWith(LeavesNothing.class)
final class LoggingTest {
    private static final Logger LIBRARY = Logger.getLogger("dev.runinprocess");
    private static final Logger ROOT = Logger.getLogger("");

    private final @Nullable Level rootLevel = ROOT.getLevel();
    private final List<LogRecord> records = new ArrayList<>();

    @AfterEach
    void restore() {
        LIBRARY.setLevel(null);
        ROOT.setLevel(rootLevel);
    }

    @Test
    @Conformance("_TestLogging.test_enable_logging")
    void logger_withALevelOfItsOwn_dropsWhatIsBelow() {
        Handler handler = record(LIBRARY);
        try {
            LIBRARY.setLevel(new CustomLevel("SUBWARNING", Level.WARNING.intValue() - 50));
            Processes.logger().log(System.Logger.Level.DEBUG, "not printed");
            Processes.logger().log(System.Logger.Level.INFO, "not printed");
            assertThat(records).isEmpty();

            LIBRARY.setLevel(null);
            Processes.logger().log(System.Logger.Level.INFO, "printed");
            assertThat(records).hasSize(1);
        } finally {
            LIBRARY.removeHandler(handler);
        }
    }

    @Test
    @Conformance("_TestLogging.test_level")
    void level_ofTheLibraryOrOfTheRoot_goesAlongToTheChild() throws Exception {
        LIBRARY.setLevel(new CustomLevel("THREE", 832));
        assertThat(EffectiveLevelLauncher.invoke()).isEqualTo(832);

        LIBRARY.setLevel(null);
        ROOT.setLevel(new CustomLevel("FOUR", 837));
        assertThat(EffectiveLevelLauncher.invoke()).isEqualTo(837);
        Await.until("all have ended", () -> Processes.activeChildren().isEmpty());
    }

    @Test
    @Conformance("_TestLogging.test_filename")
    void message_ofTheUser_isAttributedToTheUsersClass() {
        Handler handler = record(LIBRARY);
        try {
            LIBRARY.setLevel(Level.ALL);
            Processes.logger().log(System.Logger.Level.INFO, "info");
            Processes.logger().log(System.Logger.Level.DEBUG, "debug");
            LIBRARY.info("directly");

            assertThat(records)
                    .extracting(LogRecord::getSourceClassName)
                    .containsOnly(LoggingTest.class.getName())
                    .hasSize(3);
        } finally {
            LIBRARY.removeHandler(handler);
        }
    }

    private Handler record(Logger logger) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                record.getSourceClassName();
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
        return handler;
    }

    /** A level between the JDK's own. */
    private static final class CustomLevel extends Level {
        private static final long serialVersionUID = 1L;

        CustomLevel(String name, int value) {
            super(name, value);
        }
    }
}
