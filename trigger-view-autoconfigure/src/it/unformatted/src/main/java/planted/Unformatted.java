package planted;

class Unformatted {
    int four() { return 2+2; }
}
