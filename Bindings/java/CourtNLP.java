import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import jdk.incubator.foreign.CLinker;
import jdk.incubator.foreign.FunctionDescriptor;
import jdk.incubator.foreign.MemoryAccess;
import jdk.incubator.foreign.MemoryAddress;
import jdk.incubator.foreign.MemorySegment;
import jdk.incubator.foreign.ResourceScope;
import jdk.incubator.foreign.SymbolLookup;

/**
 * courtnlp in a Java 17 program, over its C interface and without JNI (JEP 412):
 * {@code java --add-modules jdk.incubator.foreign --enable-native-access=ALL-UNNAMED …}.
 *
 * Requests and answers are JSON texts. Any number of threads may use one object; close it after the last call.
 */
public final class CourtNLP implements AutoCloseable {
  private static final Class<MemoryAddress> POINTER = MemoryAddress.class;
  private final MethodHandle open, run, close, free, version;
  private final MemoryAddress toolkit;
  private final String diagnostics;

  /** Opens the toolkit; {@code settings} is JSON such as {@code {"data":"/opt/courtnlp/share/courtnlp"}}. */
  public CourtNLP(Path library, String settings) {
    System.load(library.toAbsolutePath().toString());
    open = function("open", MethodType.methodType(POINTER, POINTER, POINTER));
    run = function("run", MethodType.methodType(POINTER, POINTER, POINTER, POINTER));
    close = function("close", MethodType.methodType(void.class, POINTER));
    free = function("free", MethodType.methodType(void.class, POINTER));
    version = function("version", MethodType.methodType(POINTER));
    try (ResourceScope scope = ResourceScope.newConfinedScope()) {
      MemorySegment found = MemorySegment.allocateNative(CLinker.C_POINTER, scope);
      toolkit = (MemoryAddress) open.invokeExact(text(settings, scope), found.address());
      diagnostics = take(MemoryAccess.getAddress(found));
    } catch (Throwable problem) {
      throw failed(problem);
    }
    if (toolkit.equals(MemoryAddress.NULL)) throw new IllegalStateException(diagnostics);
  }

  /** What was said when the toolkit was opened: a JSON array. */
  public String diagnostics() {
    return diagnostics;
  }

  /** Runs a command on a request and returns the answer, which has {@code "error"} when it could not be done. */
  public String run(String command, String request) {
    try (ResourceScope scope = ResourceScope.newConfinedScope()) {
      return take((MemoryAddress) run.invokeExact(toolkit, text(command, scope), text(request, scope)));
    } catch (Throwable problem) {
      throw failed(problem);
    }
  }

  /** Version and commit. */
  public String version() {
    try {
      return take((MemoryAddress) version.invokeExact());
    } catch (Throwable problem) {
      throw failed(problem);
    }
  }

  @Override
  public void close() {
    try {
      close.invokeExact(toolkit);
    } catch (Throwable problem) {
      throw failed(problem);
    }
  }

  private String take(MemoryAddress text) throws Throwable {
    if (text.equals(MemoryAddress.NULL)) throw new OutOfMemoryError("courtnlp");
    try {
      return CLinker.toJavaString(text);
    } finally {
      free.invokeExact(text);
    }
  }

  private static MemoryAddress text(String text, ResourceScope scope) {
    return CLinker.toCString(text, scope).address();
  }

  private static MethodHandle function(String name, MethodType type) {
    MemoryAddress address = SymbolLookup.loaderLookup().lookup("courtnlp_" + name).orElseThrow();
    FunctionDescriptor shape = type.returnType() == void.class
        ? FunctionDescriptor.ofVoid(pointers(type))
        : FunctionDescriptor.of(CLinker.C_POINTER, pointers(type));
    return CLinker.getInstance().downcallHandle(address, type, shape);
  }

  private static jdk.incubator.foreign.MemoryLayout[] pointers(MethodType type) {
    var layouts = new jdk.incubator.foreign.MemoryLayout[type.parameterCount()];
    java.util.Arrays.fill(layouts, CLinker.C_POINTER);
    return layouts;
  }

  private static RuntimeException failed(Throwable problem) {
    if (problem instanceof Error error) throw error;
    return problem instanceof RuntimeException known ? known : new IllegalStateException(problem);
  }
}
