package main

import (
	"os"
	"os/signal"
	"runtime/coverage"
	"syscall"
)

// Built into a sample that is run for its coverage: a server that is ended leaves what it executed.
func init() {
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM)
	go func() {
		<-ended
		err := coverage.WriteCountersDir(os.Getenv("GOCOVERDIR"))
		if err != nil {
			panic(err)
		}
		signal.Reset(syscall.SIGTERM)
		self, err := os.FindProcess(os.Getpid())
		if err != nil {
			panic(err)
		}
		self.Signal(syscall.SIGTERM)
	}()
}
