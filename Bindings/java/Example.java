import java.nio.file.Files;
import java.nio.file.Path;

/** Answers a request: {@code Example LIBRARY REQUEST.json}. */
final class Example {
  public static void main(String[] arguments) throws Exception {
    String request = Files.readString(Path.of(arguments[1]));
    try (CourtNLP courtnlp = new CourtNLP(Path.of(arguments[0]), "{}")) {
      System.out.write(courtnlp.run("normalize", request).getBytes("UTF-8"));
      System.out.flush();
    }
  }
}
