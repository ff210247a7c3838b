"""The file's characters: encoding, line ends, blanks, invisible and misread characters."""
