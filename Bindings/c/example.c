/* 规整标准输入里的一场庭审：cc example.c -I. -L. -lcourtnlp && ./a.out < 请求.json */
#include "courtnlp.h"

#include <stdio.h>
#include <stdlib.h>

static char *read_all(FILE *file) {
  size_t size = 0, space = 1 << 16;
  char *text = malloc(space);
  while (text && (size += fread(text + size, 1, space - size - 1, file)) == space - 1) {
    char *more = realloc(text, space *= 2);
    if (!more) free(text);
    text = more;
  }
  if (text) text[size] = 0;
  return text;
}

int main(void) {
  char *diagnostics = NULL;
  courtnlp *toolkit = courtnlp_open(NULL, &diagnostics);
  if (diagnostics) fprintf(stderr, "%s\n", diagnostics);
  courtnlp_free(diagnostics);
  if (!toolkit) return 2;

  char *request = read_all(stdin);
  char *answer = request ? courtnlp_run(toolkit, "normalize", request) : NULL;
  if (answer) puts(answer);
  courtnlp_free(answer);
  free(request);
  courtnlp_close(toolkit);
  return answer ? 0 : 2;
}
