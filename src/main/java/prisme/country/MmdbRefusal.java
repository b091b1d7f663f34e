package prisme.country;

/// Why a database file is not used, and what to do about it. [CountryDatabase] adds the name of the file.
final class MmdbRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    MmdbRefusal(String problemAndRemedy) {
        super(problemAndRemedy);
    }

    /// The format is broken at a place.
    ///
    /// @param place bytes from the start of the file
    static MmdbRefusal damage(long place, String problem) {
        return new MmdbRefusal("is damaged at byte " + place + ": " + problem + "; download it again");
    }
}
