"""Python's multiprocessing, doing the work of each row as a careful Python user would.

Run as a module, so that children import it from its compiled form:

    PYTHONPATH=benchmarks/peers python3 -m python_multiprocessing ROW --operations N --warm-up S --measure S [--cores A,B]

Prints one line "sample X" for each batch of N operations: nanoseconds for one operation. The row's name is the
function's, with dashes. --cores pins this process to A and the other one to B; without it nobody is pinned.
"""
import argparse
import array
import concurrent.futures
import contextlib
import dataclasses
import datetime
import enum
import multiprocessing
import os
import pickle
import random
import time
import timeit
from multiprocessing.shared_memory import SharedMemory

MEBIBYTE = 1 << 20

# fork for the rows that only use the other process: it is Python's fastest way to have one. The rows that start
# processes say themselves which start method they measure.
processes = multiprocessing.get_context("fork")
spawned = multiprocessing.get_context("spawn")

rows = {}


def row(function):
    rows[function.__name__.replace("_", "-")] = function
    return function


class Run:
    """What the command line asks for, and how to repeat a measurement accordingly."""

    def __init__(self, arguments):
        self.operations = arguments.operations
        self.warm_up = arguments.warm_up
        self.measure = arguments.measure
        self.cores = [int(core) for core in arguments.cores.split(",")] if arguments.cores else None

    def pin_here(self):
        if self.cores:
            os.sched_setaffinity(0, {self.cores[0]})

    def pin_there(self):
        if self.cores:
            os.sched_setaffinity(0, {self.cores[1]})

    def batches(self, batch):
        """Repeats batch(operations) and prints what one operation took, by the clock here."""

        def timed():
            start = time.monotonic_ns()
            batch(self.operations)
            return (time.monotonic_ns() - start) / self.operations

        self.samples(timed)

    def samples(self, sample):
        """Repeats sample(), which returns nanoseconds for one operation, and prints what it returned after the warm-up."""
        end = time.monotonic() + self.warm_up
        while time.monotonic() < end:
            sample()
        taken = []
        end = time.monotonic() + self.measure
        while not taken or time.monotonic() < end:
            taken.append(sample())
        for value in taken:
            print("sample", value)

    def with_other(self, target, *arguments):
        """Starts target(run, *arguments) as the other process; it is killed when this one has measured."""
        return Other(processes.Process(target=_pinned, args=(self, target, *arguments), daemon=True))


class Other:
    def __init__(self, process):
        self.process = process

    def __enter__(self):
        self.process.start()
        return self.process

    def __exit__(self, *failure):
        self.process.kill()
        self.process.join()


def _pinned(run, target, *arguments):
    run.pin_there()
    target(*arguments)


# Starting and ending


def _answer(connection, question):
    connection.send(question + 1)
    connection.close()


@row
def cold_start(run):
    def sample():
        here, there = spawned.Pipe(duplex=False)
        start = time.monotonic_ns()
        process = spawned.Process(target=_answer, args=(there, 41))
        process.start()
        there.close()
        answer = here.recv()
        taken = time.monotonic_ns() - start
        process.join()
        here.close()
        assert answer == 42
        return taken

    run.samples(sample)


@row
def cold_start_archived(run):
    cold_start(run)


def _fork(to_the_end):
    here, there = processes.Pipe(duplex=False)
    start = time.monotonic_ns()
    process = processes.Process(target=_answer, args=(there, 41))
    process.start()
    there.close()
    answer = here.recv()
    result = time.monotonic_ns()
    process.join()
    end = time.monotonic_ns()
    here.close()
    assert answer == 42
    return (end if to_the_end else result) - start


@row
def standby_start(run):
    run.samples(lambda: _fork(to_the_end=False))


@row
def standby_join(run):
    run.samples(lambda: _fork(to_the_end=True))


def _give_back(numbers, sink):
    numbers[0] += 1
    sink.send(numbers)


@row
def data(run):
    numbers = array.array("d", bytes(8 * 1_000_000))

    def sample():
        start = time.monotonic_ns()
        source, sink = processes.Pipe(duplex=False)
        child = processes.Process(target=_give_back, args=(numbers, sink))
        child.start()
        back = source.recv()
        taken = time.monotonic_ns() - start
        assert back[0] == 1 and len(back) == 1_000_000
        child.join()
        return taken

    run.samples(sample)


def _nothing():
    pass


@row
def burst(run):
    def batch(operations):
        children = [spawned.Process(target=_nothing) for _ in range(operations)]
        for child in children:
            child.start()
        for child in children:
            child.join()

    def sample():
        start = time.monotonic_ns()
        batch(run.operations)
        return time.monotonic_ns() - start

    run.samples(sample)


@row
def burst_archived(run):
    burst(run)


def _wait_to_be_killed(ready):
    ready.send_bytes(b"!")
    time.sleep(3600)


@row
def kill(run):
    def sample():
        here, there = spawned.Pipe(duplex=False)
        process = spawned.Process(target=_wait_to_be_killed, args=(there,))
        process.start()
        there.close()
        here.recv_bytes()
        start = time.monotonic_ns()
        process.kill()
        process.join()
        taken = time.monotonic_ns() - start
        here.close()
        assert process.exitcode == -9
        return taken

    run.samples(sample)


# Locks and what is built of them


@row
def lock(run):
    timer = timeit.Timer("acquire(); release()", globals=_methods(processes.Lock()))
    run.samples(lambda: timer.timeit(run.operations) * 1e9 / run.operations)


def _methods(a_lock):
    return {"acquire": a_lock.acquire, "release": a_lock.release}


@row
def semaphore_ping_pong(run):
    ping, pong = processes.Semaphore(0), processes.Semaphore(0)

    def batch(operations):
        for _ in range(operations):
            ping.release()
            pong.acquire()

    with run.with_other(_return_permits, ping, pong):
        run.batches(batch)


def _return_permits(ping, pong):
    while True:
        ping.acquire()
        pong.release()


@row
def condition_ping_pong(run):
    condition = processes.Condition(processes.Lock())
    turn = processes.Value("i", 0, lock=False)

    def batch(operations):
        for _ in range(operations):
            _pass_turn(condition, turn, 0)

    with run.with_other(_pass_turns, condition, turn):
        run.batches(batch)


def _pass_turns(condition, turn):
    while True:
        _pass_turn(condition, turn, 1)


def _pass_turn(condition, turn, mine):
    with condition:
        while turn.value != mine:
            condition.wait()
        turn.value = 1 - mine
        condition.notify()


@row
def event(run):
    an_event = processes.Event()
    waits, returned = processes.Semaphore(0), processes.Semaphore(0)
    returned_at = processes.Value("q", 0, lock=False)

    def sample():
        waits.acquire()
        time.sleep(0.003)
        set_at = time.monotonic_ns()
        an_event.set()
        returned.acquire()
        return returned_at.value - set_at

    with run.with_other(_wait_for_event, an_event, waits, returned, returned_at):
        run.samples(sample)


def _wait_for_event(an_event, waits, returned, returned_at):
    while True:
        waits.release()
        an_event.wait()
        returned_at.value = time.monotonic_ns()
        an_event.clear()
        returned.release()


@row
def barrier(run):
    a_barrier = processes.Barrier(2)

    def batch(operations):
        for _ in range(operations):
            a_barrier.wait()

    with run.with_other(_meet, a_barrier):
        run.batches(batch)


def _meet(a_barrier):
    while True:
        a_barrier.wait()


@row
def value_increment(run):
    value = processes.Value("i", 0)

    def batch(operations):
        for _ in range(operations):
            with value.get_lock():
                value.value += 1

    run.batches(batch)


@row
def value_increment_by_two(run):
    value = processes.Value("i", 0)

    def batch(operations):
        for _ in range(operations):
            with value.get_lock():
                value.value += 1

    with run.with_other(_increment, value):
        run.batches(batch)


def _increment(value):
    while True:
        with value.get_lock():
            value.value += 1


@row
def idle_waiter(run):
    an_event = processes.Event()
    waits = processes.Semaphore(0)
    with run.with_other(_wait_for_ever, an_event, waits) as process:
        waits.acquire()
        time.sleep(run.warm_up)
        start = time.monotonic()
        before = _cpu_time(process.pid)
        time.sleep(run.measure)
        used = _cpu_time(process.pid) - before
        print("sample", used / (time.monotonic() - start))


def _wait_for_ever(an_event, waits):
    waits.release()
    an_event.wait()


def _cpu_time(pid):
    """Nanoseconds on a processor, of all threads."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as statistics:
            total += int(statistics.read().split()[0])
    return total


# Memory

_SORTED = 100_000


def _measure_memory(run, children, busy):
    all_of_them = spawned.Barrier(children)
    begun = spawned.Barrier(children + 1)
    with spawned.Pool(children, initializer=_share_barriers, initargs=(all_of_them, begun)) as pool:
        pool.map(_gather, range(children), 1)
        if busy:
            sorting = pool.map_async(_sort_lists, [run.warm_up + run.measure] * children, 1)
            begun.wait()
            time.sleep(run.warm_up)
            print("sample", _bytes_of_each(children))
            assert 0 not in sorting.get()
        else:
            time.sleep(run.measure)
            print("sample", _bytes_of_each(children))


def _share_barriers(all_of_them, begun):
    global _all_of_them, _begun
    _all_of_them, _begun = all_of_them, begun


def _gather(_):
    _all_of_them.wait()


def _sort_lists(seconds):
    _begun.wait()
    count = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sorted([random.random() for _ in range(_SORTED)])
        count += 1
    return count


def _bytes_of_each(children):
    total = 0
    for process in multiprocessing.active_children():
        with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as rollup:
            total += sum(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Pss:"))
    return total / children


@row
def memory_idle_1(run):
    _measure_memory(run, 1, busy=False)


@row
def memory_idle_4(run):
    _measure_memory(run, 4, busy=False)


@row
def memory_idle_16(run):
    _measure_memory(run, 16, busy=False)


@row
def memory_idle_64(run):
    _measure_memory(run, 64, busy=False)


@row
def memory_busy_1(run):
    _measure_memory(run, 1, busy=True)


@row
def memory_busy_4(run):
    _measure_memory(run, 4, busy=True)


@row
def memory_busy_16(run):
    _measure_memory(run, 16, busy=True)


@row
def memory_busy_64(run):
    _measure_memory(run, 64, busy=True)


# Shared memory


@row
def shared_memory(run):
    def sample():
        taken = 0
        for _ in range(run.operations):
            start = time.monotonic_ns()
            created = SharedMemory(create=True, size=MEBIBYTE)
            attached = SharedMemory(name=created.name)
            taken += time.monotonic_ns() - start
            attached.close()
            created.close()
            created.unlink()
        return taken / run.operations

    run.samples(sample)


# Queues


def _measure_transfer(run, element):
    queue = processes.Queue()
    asked = processes.Semaphore(0)

    def batch(operations):
        asked.release()
        for _ in range(operations):
            queue.get()

    with run.with_other(_put_all, queue, asked, element, run.operations):
        run.batches(batch)


def _put_all(queue, asked, element, operations):
    while True:
        asked.acquire()
        for i in range(operations):
            queue.put(i if element is None else element)


@row
def queue_int(run):
    _measure_transfer(run, None)


@row
def queue_1kib(run):
    _measure_transfer(run, bytes(1 << 10))


@row
def queue_1mib(run):
    _measure_transfer(run, bytes(MEBIBYTE))


@row
def queue_round_trip(run):
    there, back = processes.Queue(), processes.Queue()

    def batch(operations):
        for i in range(operations):
            there.put(i)
            back.get()

    with run.with_other(_send_back, there, back):
        run.batches(batch)


def _send_back(there, back):
    while True:
        back.put(there.get())


@row
def queue_8x8(run):
    at_each_end = 8
    share = run.operations // at_each_end
    queue = processes.Queue()
    putters_asked, takers_asked, taken = (processes.Semaphore(0) for _ in range(3))

    def batch(_):
        for _ in range(at_each_end):
            takers_asked.release()
            putters_asked.release()
        for _ in range(at_each_end):
            taken.acquire()

    with contextlib.ExitStack() as others:
        for _ in range(at_each_end):
            others.enter_context(run.with_other(_put_share, queue, putters_asked, share))
            others.enter_context(run.with_other(_take_share, queue, takers_asked, taken, share))
        run.batches(batch)


def _put_share(queue, asked, elements):
    while True:
        asked.acquire()
        for i in range(elements):
            queue.put(i)


def _take_share(queue, asked, taken, elements):
    while True:
        asked.acquire()
        for _ in range(elements):
            queue.get()
        taken.release()


def _measure_among(run, number):
    queue = processes.Queue()
    asked, done = processes.Semaphore(0), processes.Semaphore(0)

    def batch(_):
        for _ in range(number):
            asked.release()
        for _ in range(number):
            done.acquire()

    with contextlib.ExitStack() as others:
        for i in range(number):
            queue.put(i)
            queue.put(i)
            others.enter_context(run.with_other(_pass_on, queue, asked, done, run.operations // number))
        run.batches(batch)


def _pass_on(queue, asked, done, elements):
    while True:
        asked.acquire()
        for _ in range(elements):
            queue.put(queue.get())
        done.release()


@row
def queue_among_1(run):
    _measure_among(run, 1)


@row
def queue_among_2(run):
    _measure_among(run, 2)


@row
def queue_among_4(run):
    _measure_among(run, 4)


@row
def queue_among_8(run):
    _measure_among(run, 8)


@row
def queue_among_16(run):
    _measure_among(run, 16)


@row
def queue_among_32(run):
    _measure_among(run, 32)


# Pipes


@row
def pipe_round_trip(run):
    here, there = processes.Pipe()

    def batch(operations):
        for i in range(operations):
            here.send(i)
            here.recv()

    with run.with_other(_send_back_through_pipe, there):
        run.batches(batch)


def _send_back_through_pipe(connection):
    while True:
        connection.send(connection.recv())


def _measure_pipe(run, message):
    source, sink = processes.Pipe(duplex=False)

    def batch(operations):
        for _ in range(operations):
            source.recv_bytes()

    with run.with_other(_send_on_and_on, sink, message):
        run.batches(batch)


def _send_on_and_on(sink, message):
    while True:
        sink.send_bytes(message)


@row
def pipe_one_way_16b(run):
    _measure_pipe(run, bytes(16))


@row
def pipe_one_way_1mib(run):
    _measure_pipe(run, bytes(MEBIBYTE))


@row
def pipe_one_way_1mib_buffered(run):
    _measure_pipe(run, bytes(MEBIBYTE))


# Values


class Quality(enum.Enum):
    RAW = 0
    CHECKED = 1
    CORRECTED = 2


@dataclasses.dataclass(frozen=True)
class Reading:
    station: str
    number: int
    values: list
    labels: list
    quality: Quality
    time: datetime.datetime


@row
def codec(run):
    reading = Reading(
        "Neumayer III",
        4711,
        [i * 1.1 for i in range(16)],
        ["wind", "humidity", "temperature", "pressure"],
        Quality.CHECKED,
        datetime.datetime.fromtimestamp(1_700_000_000.123456, datetime.timezone.utc),
    )
    timer = timeit.Timer("loads(dumps(reading, -1))", globals={"loads": pickle.loads, "dumps": pickle.dumps, "reading": reading})
    run.samples(lambda: timer.timeit(run.operations) * 1e9 / run.operations)


# Pools


def _successor(number):
    return number + 1


@row
def pool_submit(run):
    def batch(operations):
        for i in range(operations):
            pool.submit(_successor, i).result()

    with concurrent.futures.ProcessPoolExecutor(1, mp_context=processes, initializer=run.pin_there) as pool:
        run.batches(batch)


@row
def pool_apply(run):
    def batch(operations):
        for i in range(operations):
            pool.apply(_successor, (i,))

    with processes.Pool(1, initializer=run.pin_there) as pool:
        run.batches(batch)


def _measure_map(run, **chunk):
    inputs = range(100_000)

    def batch(operations):
        for _ in range(operations):
            assert pool.map(_successor, inputs, **chunk)[-1] == len(inputs)

    with processes.Pool(2) as pool:
        run.batches(batch)


@row
def pool_map(run):
    _measure_map(run)


@row
def pool_map_chunk_1(run):
    _measure_map(run, chunksize=1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("row", choices=sorted(rows))
    parser.add_argument("--operations", type=int, required=True)
    parser.add_argument("--warm-up", type=float, required=True)
    parser.add_argument("--measure", type=float, required=True)
    parser.add_argument("--cores")
    arguments = parser.parse_args()
    run = Run(arguments)
    run.pin_here()
    rows[arguments.row](run)


if __name__ == "__main__":
    main()
