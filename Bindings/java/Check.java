import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * What must hold of the interface, seen from Java: {@code Check LIBRARY REQUEST.json ANSWER.json [CALLS]}. The same as
 * Bindings/python/check.py.
 */
final class Check {
  public static void main(String[] arguments) throws Exception {
    Path library = Path.of(arguments[0]);
    String request = Files.readString(Path.of(arguments[1])).strip();
    String answer = Files.readString(Path.of(arguments[2])).strip();
    int calls = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000;
    try (CourtNLP courtnlp = new CourtNLP(library, "{}")) {
      expect(courtnlp.diagnostics().equals("[]"), courtnlp.diagnostics());
      expect(courtnlp.run("normalize", request).equals(answer), "answer differs");
      expect(courtnlp.run("normalize", "{").contains("RQ001"), "RQ001");
      onThreads(courtnlp, request, answer);
      memory(courtnlp, request, calls);
    }
    try {
      new CourtNLP(library, "{\"model\":\"/nowhere.model\"}");
      throw new AssertionError("opened without its model");
    } catch (IllegalStateException refused) {
      expect(refused.getMessage().contains("MD001"), refused.getMessage());
    }
  }

  private static void onThreads(CourtNLP courtnlp, String request, String answer) throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    List<Callable<String>> tasks = new ArrayList<>();
    for (int number = 0; number < 160; number++) tasks.add(() -> courtnlp.run("normalize", request));
    for (var found : threads.invokeAll(tasks)) expect(found.get().equals(answer), "answer differs on a thread");
    threads.shutdown();
  }

  /**
   * The heap is of one size from the start (-Xms, -Xmx, AlwaysPreTouch) and nothing is compiled meanwhile (-Xint), so
   * that what grows is outside Java.
   */
  private static void memory(CourtNLP courtnlp, String request, int calls) throws Exception {
    String brief = "{\"text\":\"审：现在开庭\\n原：请求判令被告还五万块钱\"}";
    List<Long> sizes = new ArrayList<>();
    for (int number = 0; number < calls; number++) {
      int kind = number % 10;
      courtnlp.run("normalize", kind == 0 ? request : kind == 1 ? "{" : brief);
      if ((number + 1) % (calls / 10) == 0) sizes.add(resident());
    }
    System.out.println("内存 KiB：" + sizes);
    expect(sizes.get(9) - sizes.get(0) < 4096, "memory grows");
  }

  private static long resident() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status")))
      if (line.startsWith("VmRSS")) return Long.parseLong(line.replaceAll("\\D", ""));
    return 0;
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) throw new AssertionError(otherwise);
  }
}
