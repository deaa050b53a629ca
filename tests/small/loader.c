/* Loads small objects with libbpf, runs their programs, and compares what each returns. It is linked statically, so that it needs
 * nothing on the kernel that it runs on. */

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <unistd.h>

static int failed, passed;

static int ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), end_length = strlen(end);

	return length >= end_length && !strcmp(text + length - end_length, end);
}

static void fail(const char *object, const char *program, const char *why, int number)
{
	printf("FAILED %s: %s: %s (%d)\n", object, program, why, number);
	failed++;
}

/* What has no guard is refused where its field is missing, and is not for this program. */
static int is_control(const char *program)
{
	return ends_with(program, "_control");
}

static void check(const char *path, int expected)
{
	struct bpf_object *object = bpf_object__open_file(path, NULL);
	struct bpf_program *program;

	if (!object) {
		fail(path, "", "can't be opened", 0);
		return;
	}
	bpf_object__for_each_program(program, object)
		bpf_program__set_autoload(program, !is_control(bpf_program__name(program)));
	int status = bpf_object__load(object);
	if (status) {
		fail(path, "", "does not load", status);
		bpf_object__close(object);
		return;
	}
	bpf_object__for_each_program(program, object) {
		LIBBPF_OPTS(bpf_test_run_opts, options);
		const char *name = bpf_program__name(program);

		if (is_control(name))
			continue;
		status = bpf_prog_test_run_opts(bpf_program__fd(program), &options);
		if (status)
			fail(path, name, "does not run", status);
		/* The guards return what they read in the other bytes. */
		else if ((options.retval & (expected > 255 ? -1 : 255)) != (unsigned int)expected)
			fail(path, name, "another value", options.retval);
		else
			passed++;
	}
	bpf_object__close(object);
}

static void *check_all(void *arguments)
{
	char **argv = arguments;

	/* A number that one with a sign can't hold. */
	personality(1UL << 31);
	for (int i = 1; argv[i] && argv[i + 1]; i += 2)
		check(argv[i], strcmp(argv[i + 1], "pid") ? atoi(argv[i + 1]) : getpid());
	return NULL;
}

int main(int argc, char **argv)
{
	pthread_t thread;

	/* The task of a thread that is not the first has a negative field. */
	if (!argc || pthread_create(&thread, NULL, check_all, argv) || pthread_join(thread, NULL))
		return 2;
	printf("%d passed, %d failed\n", passed, failed);
	return failed || !passed;
}
