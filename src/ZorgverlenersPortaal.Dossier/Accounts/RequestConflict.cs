namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What the office must look at before it approves; the applicant never learns it (R16).</summary>
public enum RequestConflict
{
    /// <summary>This UZI number has an account already.</summary>
    AccountExists,

    /// <summary>Another account has this AGB code.</summary>
    AgbInUse,

    /// <summary>The AGB code is that of a practice which the office entered with another account.</summary>
    AgbIsPracticeCode,

    /// <summary>There is another open request for this UZI number.</summary>
    OtherOpenRequest,

    /// <summary>The first two digits of the AGB code are in no list.</summary>
    AgbKindUnknown,
}
