package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
)

// redirectListener waits on this machine for the one redirect the authorization server will send.
type redirectListener struct {
	uri    string
	server *http.Server
	answer chan url.Values
}

// listenForRedirect opens a listener on any free port of 127.0.0.1. The authorization server lets a
// loopback redirect URI vary in its port and in nothing else (RFC 8252 §7.3). "localhost" would not
// do: it is a name.
func listenForRedirect() redirectListener {
	listener := must(net.Listen("tcp", "127.0.0.1:0"))
	answer := make(chan url.Values, 1)
	var first sync.Once
	mux := http.NewServeMux()
	mux.HandleFunc("GET /callback", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "You can close this page.")
		first.Do(func() { answer <- r.URL.Query() })
	})
	server := &http.Server{Handler: mux}
	go server.Serve(listener)
	uri := fmt.Sprintf("http://%s/callback", listener.Addr())
	return redirectListener{uri: uri, server: server, answer: answer}
}

// wait returns the parameters the browser brought, once it has been shown its page.
func (l redirectListener) wait(ctx context.Context) url.Values {
	answer := <-l.answer
	_ = l.server.Shutdown(ctx)
	return answer
}
