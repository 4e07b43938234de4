package dev.claimgraph.notice;

/** What those who follow reviews are told of one. */
record ReviewMove(Notice notice, ReviewMoved moved) implements Told {}
