package dev.runinprocess.channel;

import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.testers.CollectionRemoveAllTester;
import com.google.common.collect.testing.testers.CollectionRemoveIfTester;
import com.google.common.collect.testing.testers.CollectionRemoveTester;
import com.google.common.collect.testing.testers.CollectionRetainAllTester;
import com.google.common.collect.testing.testers.CollectionToStringTester;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import junit.framework.TestCase;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Guava's tests of what the JDK says of queues, of which this one leaves out the optional removal from its inside. */
final class QueueContractTest {
    /** They remove from the inside; and a queue does not copy its elements to tell what it is. */
    private static final List<Class<?>> LEFT_OUT = List.of(
            CollectionRemoveTester.class,
            CollectionRemoveAllTester.class,
            CollectionRemoveIfTester.class,
            CollectionRetainAllTester.class,
            CollectionToStringTester.class);

    @TestFactory
    Stream<DynamicNode> unboundedQueue_keepsTheContract() {
        return tests(() -> ProcessQueue.of(String.class));
    }

    @TestFactory
    Stream<DynamicNode> boundedQueue_keepsTheContract() {
        return tests(() -> ProcessQueue.of(String.class).bounded(1_000));
    }

    private static Stream<DynamicNode> tests(Supplier<Queue<String>> queues) {
        TestStringQueueGenerator generator = new TestStringQueueGenerator() {
            @Override
            protected Queue<String> create(String[] elements) {
                Queue<String> queue = queues.get();
                Collections.addAll(queue, elements);
                return queue;
            }
        };
        return nodes(QueueTestSuiteBuilder.using(generator)
                .named("queue")
                .withFeatures(
                        CollectionSize.ANY,
                        CollectionFeature.SUPPORTS_ADD,
                        CollectionFeature.SUPPORTS_REMOVE,
                        CollectionFeature.ALLOWS_NULL_QUERIES,
                        CollectionFeature.KNOWN_ORDER)
                .suppressing(LEFT_OUT.stream()
                        .flatMap(tester -> Arrays.stream(tester.getMethods()))
                        .toArray(Method[]::new))
                .createTestSuite());
    }

    private static Stream<DynamicNode> nodes(TestSuite suite) {
        return Collections.list(suite.tests()).stream()
                .map(test -> test instanceof TestSuite inner
                        ? DynamicContainer.dynamicContainer(inner.getName(), nodes(inner))
                        : DynamicTest.dynamicTest(test.toString(), () -> run((TestCase) test)));
    }

    private static void run(TestCase test) throws Throwable {
        TestResult result = new TestResult();
        test.run(result);
        for (TestFailure failure : Collections.list(result.errors())) {
            throw failure.thrownException();
        }
        for (TestFailure failure : Collections.list(result.failures())) {
            throw failure.thrownException();
        }
    }
}
