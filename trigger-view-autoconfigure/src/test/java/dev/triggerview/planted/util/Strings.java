package dev.triggerview.planted.util;

class Strings {

}
