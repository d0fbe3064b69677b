/* Scores many people with the built-in rule set, or with one read from JSON: the bits of an assessment of each person.
   Wellness information: an index from 0 to 100, no probability, not a diagnosis.

   Every function may be called by any number of threads at once. Nothing is kept of what is given: arrays belong to the caller.
   A function gives GUTSKIN_OK or another status; gutskin_error says the last one of this thread in words (UTF-8). */
#ifndef GUTSKIN_H
#define GUTSKIN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  GUTSKIN_OK = 0,
  GUTSKIN_BAD_ARGUMENT = 1, /* a null pointer, a negative count, a handle that is none */
  GUTSKIN_UNKNOWN = 2,      /* a factor or condition that the rule set has not */
  GUTSKIN_BAD_RULES = 3,    /* a rule set with errors */
  GUTSKIN_FAILED = 4        /* something else went wrong */
};

/* A rule set. Handle 0 is the built-in one; others are opened from one document over it and closed again. */
typedef int64_t gutskin_rules;

int32_t gutskin_open_rules(const uint8_t *json, int64_t length, gutskin_rules *rules);
int32_t gutskin_close_rules(gutskin_rules rules);

/* The ids of factors or of conditions, each ended by a zero byte, one after the other. Gives the length in *written; where it is
   greater than capacity, nothing is written, so a first call with capacity 0 says how much is needed. The order of conditions is the
   order in which gutskin_score writes them. */
int32_t gutskin_factors(gutskin_rules rules, uint8_t *buffer, int64_t capacity, int64_t *written);
int32_t gutskin_conditions(gutskin_rules rules, uint8_t *buffer, int64_t capacity, int64_t *written);

/* The rule set's SHA-256 in hexadecimal, 64 characters and a zero byte. */
int32_t gutskin_sha256(gutskin_rules rules, uint8_t *buffer, int64_t capacity, int64_t *written);

/* The version of the library, and the sentence that must stand beside every result. */
int32_t gutskin_version(uint8_t *buffer, int64_t capacity, int64_t *written);
int32_t gutskin_disclaimer(gutskin_rules rules, uint8_t *buffer, int64_t capacity, int64_t *written);

/* Scores people.
   factors     the ids of the columns, each ended by a zero byte, factor_count of them
   columns     factor_count pointers, each to `rows` numbers: in the factor's own unit, 1 or 0 for yes or no, the position of a choice;
               NaN for a missing answer. An answer that the factor does not allow counts as missing and is counted in *refused.
   scores, low, high   condition_count x rows numbers each, condition by condition, in the order of gutskin_conditions: the index, and
               the least and the most that missing answers could make of it; NaN for a condition without a scored rule
   refused     how many answers were not allowed; may be null */
int32_t gutskin_score(gutskin_rules rules, const uint8_t *factors, int32_t factor_count, const double *const *columns, int64_t rows,
                      double *scores, double *low, double *high, int32_t condition_count, int64_t *refused);

/* The last error of this thread, in words. */
int32_t gutskin_error(uint8_t *buffer, int64_t capacity, int64_t *written);

#ifdef __cplusplus
}
#endif
#endif
