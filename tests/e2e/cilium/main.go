// Loads an object with cilium/ebpf. Pins its program and its maps in a folder, where the runner finds them.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/cilium/ebpf"
	"github.com/cilium/ebpf/rlimit"
)

const usage = "cilium OBJECT PROGRAM FOLDER: the folder is in a BPF file system"

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	if err := load(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		var refused *ebpf.VerifierError
		if errors.As(err, &refused) {
			// With the whole log.
			fmt.Fprintf(os.Stderr, "%+v\n", refused)
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func load(object, program, folder string) error {
	// Kernels before 5.11 count the memory of BPF.
	if err := rlimit.RemoveMemlock(); err != nil {
		return err
	}
	spec, err := ebpf.LoadCollectionSpec(object)
	if err != nil {
		return err
	}
	collection, err := ebpf.NewCollection(spec)
	if err != nil {
		return err
	}
	defer collection.Close()
	loaded := collection.Programs[program]
	if loaded == nil {
		return fmt.Errorf("no program `%s` in the object", program)
	}
	if err := loaded.Pin(filepath.Join(folder, "program")); err != nil {
		return err
	}
	for name, loaded := range collection.Maps {
		// A BPF file system has no names with a dot, such as `.rodata`. The runner asks for none of these.
		if strings.Contains(name, ".") {
			continue
		}
		if err := loaded.Pin(filepath.Join(folder, "map_"+name)); err != nil {
			return err
		}
	}
	return nil
}
