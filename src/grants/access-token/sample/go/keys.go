package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// patience is how long to go without asking again when a token names a key that is not there.
const patience = 30 * time.Second

// web fetches the keys: the default client would wait for an answer for ever.
var web = &http.Client{Timeout: 10 * time.Second}

// keySet has the server's keys: fetched when they are needed, kept, and fetched again for a new one.
type keySet struct {
	mu      sync.Mutex
	set     jose.JSONWebKeySet
	fetched time.Time
}

// find returns the key of that name, or nil.
func (k *keySet) find(kid string) (*jose.JSONWebKey, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.set.Key(kid)) == 0 && time.Since(k.fetched) > patience {
		set, err := fetchKeys()
		if err != nil {
			return nil, err
		}
		k.set, k.fetched = set, time.Now()
	}
	for _, key := range k.set.Key(kid) {
		return &key, nil
	}
	return nil, nil
}

func fetchKeys() (set jose.JSONWebKeySet, err error) {
	response, err := web.Get(jwksURL)
	if err != nil {
		return set, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return set, fmt.Errorf("no keys: %s", response.Status)
	}
	err = json.NewDecoder(response.Body).Decode(&set)
	return set, err
}
