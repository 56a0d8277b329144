/*
 * courtnlp 的 C 接口（libcourtnlp.so）。
 *
 * 文字一律是 UTF-8，以零字节结尾。返回的文字归调用者所有，用完交给 courtnlp_free。
 * 请求和答复都是 JSON，与 courtnlp normalize --jsonl 的一行相同（见 docs/batch.md 和 docs/embedding.md）。
 * 没有全局状态：同一个 courtnlp * 可以由任意多个线程同时使用，也可以打开几个。
 */
#ifndef COURTNLP_H
#define COURTNLP_H

#ifdef __cplusplus
extern "C" {
#endif

/* 已经载入的模型和规则库。 */
typedef struct courtnlp courtnlp;

/*
 * 打开。settings 是 JSON 对象，可以是 NULL：
 *   "data"   模型和规则库所在的目录；默认按 docs/embedding.md 所说的次序查找
 *   "model"  标点模型："fast"（默认）、"accurate"、"none"（只用规则）或者文件
 * diagnostics 不是 NULL 时，得到一个 JSON 数组，说明缺了什么、为什么打不开。
 * 打不开时返回 NULL。
 */
courtnlp *courtnlp_open(const char *settings, char **diagnostics);

/*
 * 执行一条命令，例如 "normalize"，返回答复。处理不了时答复里有 "error"；
 * 参数是 NULL 或者内存不足时返回 NULL。
 */
char *courtnlp_run(const courtnlp *toolkit, const char *command, const char *request);

/* 关闭。此前的调用都应已返回。可以是 NULL。 */
void courtnlp_close(courtnlp *toolkit);

/* 释放 courtnlp_open、courtnlp_run、courtnlp_version 给出的文字。可以是 NULL。 */
void courtnlp_free(char *text);

/* 版本和提交。 */
char *courtnlp_version(void);

#ifdef __cplusplus
}
#endif

#endif
