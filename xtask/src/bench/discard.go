// A server that takes updates, plain and over TLS 1.3, and throws them away: what an upload costs without what a
// server does with it. Makes its own authority and certificate; prints where it is, and ends with its standard input.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"time"
)

const success = `{"Status":"Success","ReasonForFailure":null,"Id":"143","Message":"Discarded","Key":"#143","TicketId":null}`

func discard(answer http.ResponseWriter, request *http.Request) {
	buffer := make([]byte, 256*1024)
	// Hidden behind a plain reader: CopyBuffer would not use the buffer otherwise.
	taken, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, request.Body, buffer)
	if err != nil || taken != request.ContentLength {
		http.Error(answer, "cut", http.StatusBadRequest)
		return
	}
	answer.Header().Set("Content-Type", "application/json")
	answer.Header().Set("Connection", "close")
	io.WriteString(answer, success)
}

func sign(template, parent *x509.Certificate, key *ecdsa.PrivateKey, by *ecdsa.PrivateKey) []byte {
	signed, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, by)
	if err != nil {
		log.Fatal(err)
	}
	return signed
}

func key() *ecdsa.PrivateKey {
	made, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	return made
}

func main() {
	until := time.Now().Add(24 * time.Hour)
	authority := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Bench"}, NotAfter: until,
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	own := &x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "127.0.0.1"}, NotAfter: until,
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	authorityKey, ownKey := key(), key()
	root := sign(authority, authority, authorityKey, authorityKey)
	leaf := sign(own, authority, ownKey, authorityKey)
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: root})
	if err := os.WriteFile(os.Args[1], text, 0o644); err != nil {
		log.Fatal(err)
	}

	http.HandleFunc("/", discard)
	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	certificate := tls.Certificate{Certificate: [][]byte{leaf}, PrivateKey: ownKey}
	settings := &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS13}
	secure, err := tls.Listen("tcp", "127.0.0.1:0", settings)
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(plain, nil)
	go http.Serve(secure, nil)
	fmt.Printf("http://%s\nhttps://%s\n", plain.Addr(), secure.Addr())
	io.Copy(io.Discard, os.Stdin)
}
