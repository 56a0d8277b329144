#!/usr/bin/env python3
"""`courtnlp serve` against the official Python client of the Model Context Protocol (PyPI `mcp`).

    python3 Benchmarks/doors/mcp_client.py

Builds the release binary (or takes $TOOL), installs the client into a virtual environment of its own ($VENV, or one
that is thrown away), and says when it skips because it cannot. Checks: every protocol revision the client speaks,
the list of tools, results equal to the command's, wrong arguments, unknown tools, two requests at once, cancellation,
large payloads, messages that are too large or no JSON. Ends with code 1 when a check fails.
"""
import asyncio, json, os, subprocess, sys, tempfile, time, venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = os.environ.get("TOOL") or str(ROOT / ".build/release/courtnlp")


def prepare():
    """Runs this script again inside a virtual environment that has the client."""
    if not os.environ.get("TOOL"):
        subprocess.run(["swift", "build", "-c", "release", "--product", "courtnlp"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(os.environ.get("VENV") or folder)
        python = home / "bin/python"
        if not python.exists():
            venv.create(home, with_pip=True)
        if subprocess.run([python, "-c", "import mcp"], stderr=subprocess.DEVNULL).returncode:
            if subprocess.run([python, "-m", "pip", "install", "-q", "mcp"]).returncode:
                print("SKIPPED: PyPI's mcp cannot be installed here")
                return 0
        return subprocess.run([python, __file__], env={**os.environ, "IN_VENV": "1"}).returncode


failures = 0


def check(name, passed, detail=""):
    global failures
    failures += not passed
    print(f"{'ok  ' if passed else 'FAIL'} {name}" + (f": {detail}" if detail else ""), flush=True)


def hearing(times):
    """A hearing of the repository, its turns `times` over."""
    head, body = (ROOT / "Samples/lending.txt").read_text("utf-8").split("\n\n", 1)
    return head + "\n\n" + (body.rstrip("\n") + "\n") * times


def command(text, *options):
    return subprocess.run([TOOL, "normalize", *options], input=text.encode(), capture_output=True).stdout.decode()


async def conversation(parameters, mode):
    from mcp import Client, MCPError

    async with Client(parameters, mode=mode) as client:
        version = client.session.discover_result or client.session.initialize_result
        revision = getattr(version, "protocol_version", None) or max(version.supported_versions)
        check(f"[{mode}] connected", True, f"revision {revision}")
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        check(f"[{mode}] tools", {"normalize", "service_deadline"} <= set(tools), ", ".join(tools))

        text = hearing(1)
        result = await client.call_tool("normalize", {"text": text})
        check(f"[{mode}] normalize equals the command, byte for byte", result.content[0].text == command(text))
        records = await client.call_tool("normalize", {"text": text, "format": "json"})
        check(f"[{mode}] records", records.content[0].text.splitlines()[-1].startswith('{"type":"end"'))
        deadline = await client.call_tool("service_deadline", {"period": "15日", "from": "2025-09-16"})
        check(f"[{mode}] deadline", deadline.structured_content["deadline"] == "2025-10-09", deadline.content[0].text)

        wrong = await client.call_tool("normalize", {"text": text, "level": "高"})
        check(f"[{mode}] a wrong argument is a result that explains", wrong.is_error, wrong.content[0].text.split("\n")[0])
        for name, arguments in [("nothing", {}), ("normalise", {"text": "a"})]:
            try:
                await client.call_tool(name, arguments)
                check(f"[{mode}] unknown tool {name} is refused", False)
            except MCPError as error:
                check(f"[{mode}] unknown tool {name} is refused", error.code == -32602, error.error.message)

        large = hearing(4000)
        start = time.perf_counter()
        slow = asyncio.create_task(client.call_tool("normalize", {"text": large}))
        await asyncio.sleep(0.01)
        quick = await client.call_tool("service_deadline", {"period": "6个月", "from": "2025-08-31"})
        between = time.perf_counter() - start
        check(f"[{mode}] two at once: the quick one does not wait", not slow.done() and not quick.is_error, f"{between * 1000:.0f} ms")
        whole = await slow
        check(f"[{mode}] a large payload", whole.content[0].text == command(large), f"{len(large.encode()) / 1e6:.1f} MB in {time.perf_counter() - start:.1f} s")
        both = await asyncio.gather(*(client.call_tool("normalize", {"text": hearing(n)}) for n in (3, 5)))
        check(f"[{mode}] two at once: each its own answer", [r.content[0].text for r in both] == [command(hearing(n)) for n in (3, 5)])

        cancelled = asyncio.create_task(client.call_tool("normalize", {"text": large}))
        await asyncio.sleep(0.2)
        cancelled.cancel()
        try:
            await cancelled
            check(f"[{mode}] cancelled", False)
        except asyncio.CancelledError:
            check(f"[{mode}] cancelled", True)
        after = await client.call_tool("normalize", {"text": text})
        check(f"[{mode}] goes on after a cancellation", after.content[0].text == command(text))


def raw(lines):
    """Sends lines as they are; the parsed replies by id, and the exit code."""
    process = subprocess.run([TOOL, "serve"], input=b"".join(line + b"\n" for line in lines), capture_output=True, timeout=120)
    return [json.loads(line) for line in process.stdout.splitlines()], process.returncode


def call(id, text):
    return json.dumps({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": {"name": "normalize", "arguments": {"text": text}}}).encode()


def without_client():
    """What the client never sends."""
    replies, code = raw([b"{", b"[]", b"\xff\xfe", b'{"jsonrpc":"2.0","id":1}', b'{"jsonrpc":"2.0","id":2,"method":"ping"}'])
    codes = [reply.get("error", {}).get("code") for reply in replies]
    check("[raw] bad messages are answered and the server goes on", codes == [-32700, -32600, -32700, -32600, None] and code == 0, str(codes))
    replies, _ = raw([call(1, "a" * (17 << 20)), b'{"jsonrpc":"2.0","id":2,"method":"ping"}'])
    check("[raw] a message over 16 MiB is refused, the next is answered", replies[0]["error"]["code"] == -32600 and replies[1]["id"] == 2)
    replies, _ = raw([b'{"a":' * 100_000])
    check("[raw] deep nesting is refused", replies[0]["error"]["code"] == -32700, replies[0]["error"]["message"])
    cancel = b'{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":%d}}'
    replies, code = raw([call(1, hearing(3000)), call(2, "原告：是"), cancel % 1, call(3, "被告：是")])
    check("[raw] a cancelled request is not answered", sorted(r["id"] for r in replies) == [2, 3] and code == 0)
    replies, _ = raw([call(7, hearing(3000)), call(7, "原告：是")])
    check("[raw] an id still waiting is not taken twice", sorted("error" in r for r in replies) == [False, True])
    replies, code = raw([call(n, "原告：借款一万元") for n in range(2000)])
    answered = sum("result" in r for r in replies)
    check("[raw] 2000 requests at once: all answered, by a result or by busy", len(replies) == 2000 and code == 0, f"{answered} results")


async def main():
    from mcp import StdioServerParameters

    parameters = StdioServerParameters(command=TOOL, args=["serve"])
    for mode in ["legacy", "auto"]:
        await conversation(parameters, mode)
    without_client()


if __name__ == "__main__":
    if "IN_VENV" not in os.environ:
        sys.exit(prepare())
    import importlib.metadata

    print(f"mcp {importlib.metadata.version('mcp')}, {subprocess.run([TOOL, '--version'], capture_output=True, text=True).stdout.strip()}")
    asyncio.run(main())
    print("all passed" if not failures else f"{failures} failed")
    sys.exit(1 if failures else 0)
