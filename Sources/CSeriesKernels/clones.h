#ifndef CSERIES_CLONES_H
#define CSERIES_CLONES_H

// One function compiled for several processors, chosen when the program starts. Only where the loader can do it.
#if defined(__linux__) && defined(__x86_64__)
#define CSERIES_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CSERIES_CLONES
#endif

#endif
