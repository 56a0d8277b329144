"""courtnlp in a Python program, over its C interface; needs nothing but Python 3.8 or newer.

    with Toolkit("/opt/courtnlp/lib/libcourtnlp.so") as toolkit:
        answer = toolkit.run("normalize", {"text": "审：现在开庭\\n原：我叫张三"})
        print(answer["text"])
"""

import ctypes
import json


class CourtNLPError(Exception):
    """A request that could not be done; holds the diagnostic."""

    def __init__(self, diagnostic):
        super().__init__(f"{diagnostic['message']} [{diagnostic['code']}]")
        self.diagnostic = diagnostic


class Toolkit:
    """Loaded models and rule bases. Any number of threads may use one toolkit."""

    def __init__(self, library="libcourtnlp.so", **settings):
        """Opens the toolkit. Settings: data (folder of models and rule bases), model (fast, accurate, none or a file)."""
        self._library = _load(library)
        diagnostics = ctypes.c_void_p()
        self._toolkit = self._library.courtnlp_open(
            json.dumps(settings).encode(), ctypes.byref(diagnostics))
        self.diagnostics = json.loads(self._take(diagnostics.value))
        if not self._toolkit:
            raise CourtNLPError(next(d for d in self.diagnostics if d["severity"] == "error"))

    def run(self, command, request):
        """Runs a command on a request (a dict) and returns the answer (a dict); raises CourtNLPError."""
        answer = json.loads(self.run_json(command, json.dumps(request, ensure_ascii=False)))
        if "error" in answer:
            raise CourtNLPError(answer["error"])
        return answer

    def run_json(self, command, request):
        """The same with JSON texts (str, or UTF-8 bytes); what cannot be done is in the answer."""
        if not self._toolkit:
            raise ValueError("the toolkit is closed")
        request = request if isinstance(request, bytes) else request.encode()
        return self._take(self._library.courtnlp_run(self._toolkit, command.encode(), request))

    def version(self):
        return self._take(self._library.courtnlp_version())

    def close(self):
        """Closes the toolkit, after the last call has returned."""
        toolkit, self._toolkit = self._toolkit, None
        self._library.courtnlp_close(toolkit)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _take(self, pointer):
        if not pointer:
            raise MemoryError("courtnlp")
        try:
            return ctypes.string_at(pointer).decode()
        finally:
            self._library.courtnlp_free(pointer)


def _load(path):
    library = ctypes.CDLL(path)
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    for name, result, arguments in [
        ("open", pointer, [text, ctypes.POINTER(pointer)]),
        ("run", pointer, [pointer, text, text]),
        ("close", None, [pointer]),
        ("free", None, [pointer]),
        ("version", pointer, []),
    ]:
        function = getattr(library, "courtnlp_" + name)
        function.restype, function.argtypes = result, arguments
    return library
