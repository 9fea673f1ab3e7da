namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Why a line of an import is refused.</summary>
public enum ImportRefusal
{
    /// <summary>The file is no CSV with the columns asked for.</summary>
    Header,

    /// <summary>Another number of fields than the header, or quotes that do not close.</summary>
    Malformed,

    /// <summary>No name, or one of more than 100 characters or with control characters.</summary>
    Name,

    /// <summary>Not 9 digits.</summary>
    UziNumber,

    /// <summary>8 digits: the number printed on the card.</summary>
    UziNumberIsCardNumber,

    /// <summary>Not 8 digits, all zeros, or of an institution or another profession.</summary>
    Agb,

    /// <summary>Not a practice code, or the same as the personal one.</summary>
    PracticeAgb,

    /// <summary>Not 11 digits.</summary>
    BigNumber,

    /// <summary>None of huisarts, so, avg.</summary>
    Role,

    /// <summary>None of zorgverlener, functionaris, beheerder; or staff with a role or AGB code.</summary>
    Function,

    /// <summary>Neither ja nor nee.</summary>
    Flag,

    /// <summary>Practice, e-mail address or telephone number is unusable.</summary>
    Contact,

    /// <summary>In training: never let in.</summary>
    InTraining,

    /// <summary>An earlier line has this UZI number.</summary>
    UziNumberTwice,

    /// <summary>An earlier line has this AGB code.</summary>
    AgbTwice,

    /// <summary>There is an account for this UZI number.</summary>
    AlreadyThere,

    /// <summary>Another account has this AGB code, or has it as its practice's.</summary>
    AgbInUse,

    /// <summary>With four eyes accounts start as requests; only a command on the server imports.</summary>
    FourEyes,

    /// <summary>More than 10,000 lines.</summary>
    TooLong,
}
