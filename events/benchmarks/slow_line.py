"""One slow line that many connections share: a TCP relay with a token bucket, for machines without `tc`."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# Bytes taken from one connection before the next one has its turn, and what headers of TCP and IP add to them.
SHARE, OVERHEAD = 4 * 1448, 1500 / 1448


class SlowLine:
    """`bits` a second in each direction for all connections together; each byte arrives `delay` seconds later."""

    def __init__(self, target: tuple[str, int], bits: float, delay: float):
        self.target, self.bits, self.delay = target, bits, delay
        self.carried = 0
        self.free = {"up": 0.0, "down": 0.0}

    async def serve(self, ready) -> None:
        server = await asyncio.start_server(self.connect, "127.0.0.1", 0)
        ready(server.sockets[0].getsockname()[1])
        async with server:
            await server.serve_forever()

    async def connect(self, reader, writer) -> None:
        # At the end of the lesson the line goes, whatever is still under way.
        with suppress(ConnectionError, asyncio.CancelledError):
            far_reader, far_writer = await asyncio.open_connection(*self.target)
            await asyncio.gather(self.carry(reader, far_writer, "up"), self.carry(far_reader, writer, "down"))

    async def carry(self, reader, writer, way: str) -> None:
        """Read as fast as the line is free; what is under way stands in a queue with the time of its arrival."""
        under_way: asyncio.Queue = asyncio.Queue()
        arriving = asyncio.create_task(self.deliver(under_way, writer))
        clock = asyncio.get_running_loop().time
        with suppress(ConnectionError):
            while part := await reader.read(SHARE):
                sent = max(self.free[way], clock()) + len(part) * OVERHEAD * 8 / self.bits
                self.free[way] = sent
                await asyncio.sleep(sent - clock())
                under_way.put_nowait((sent + self.delay, part))
                if way == "down":
                    self.carried += len(part)
        under_way.put_nowait((clock(), b""))
        await arriving

    async def deliver(self, under_way, writer) -> None:
        clock = asyncio.get_running_loop().time
        with suppress(ConnectionError):
            while True:
                at, part = await under_way.get()
                await asyncio.sleep(at - clock())
                if not part:
                    break
                writer.write(part)
                await writer.drain()
            writer.close()


@contextmanager
def slow_line(host: str, port: int, bits: float, delay: float) -> Iterator[tuple[SlowLine, str]]:
    """The line and the address at its near end."""
    line = SlowLine((host, port), bits, delay)
    loop, opened, ports = asyncio.new_event_loop(), threading.Event(), []

    def ready(number):
        ports.append(number)
        opened.set()

    def run():
        with suppress(asyncio.CancelledError):
            loop.run_until_complete(task)
        left = asyncio.all_tasks(loop)
        for one in left:
            one.cancel()
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.close()

    task = loop.create_task(line.serve(ready))
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    opened.wait(10)
    try:
        yield line, f"http://127.0.0.1:{ports[0]}"
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(10)
