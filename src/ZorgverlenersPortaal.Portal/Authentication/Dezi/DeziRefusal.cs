namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>Why a sign-in by way of Dezi ended. What the account lacks is an <see cref="AccountRefusal"/>, as for a card.</summary>
public enum DeziRefusal
{
    /// <summary>Too many sign-ins were started from one address within a minute.</summary>
    TooManyStarts,

    /// <summary>The return carries no code and no error, or one of them twice.</summary>
    ReturnMalformed,

    /// <summary>No sign-in is under way for this return: too late, used before, or never started here.</summary>
    StateUnknown,

    /// <summary>The sign-in was started in another browser, or its cookie is gone: someone else's code (login CSRF).</summary>
    OtherBrowser,

    /// <summary>The return names another issuer than the one that was asked (RFC 9207).</summary>
    IssuerMixedUp,

    /// <summary>The person stopped at Dezi.</summary>
    Cancelled,

    /// <summary>Dezi reports an error of its own.</summary>
    IssuerReportedError,

    /// <summary>Dezi does not answer, not in time, or its certificate is not trusted.</summary>
    IssuerUnreachable,

    /// <summary>Dezi sends the portal elsewhere, which is never followed.</summary>
    IssuerRedirected,

    /// <summary>Dezi does not accept the code or the portal's proof.</summary>
    CodeRefused,

    /// <summary>An answer is longer than any real one.</summary>
    AnswerTooLarge,

    /// <summary>An answer is not what the protocol asks for.</summary>
    AnswerMalformed,

    /// <summary>The answer about the person is encrypted in a way or for a key that the portal does not have, or was edited.</summary>
    DecryptionFailed,

    /// <summary>The answer about the person is not signed.</summary>
    NotSigned,

    /// <summary>Signed or encrypted with an algorithm that is not on the list: none, HS256, and whatever else.</summary>
    AlgorithmNotAllowed,

    /// <summary>Signed with a key that the issuer does not publish.</summary>
    KeyUnknown,

    /// <summary>Signed with a key that the issuer publishes and the hospital has not pinned.</summary>
    KeyNotPinned,

    /// <summary>The signature does not fit.</summary>
    SignatureInvalid,

    /// <summary>Made by another issuer.</summary>
    IssuerMismatch,

    /// <summary>Made for another party, or for others as well.</summary>
    AudienceMismatch,

    /// <summary>No longer valid.</summary>
    Expired,

    /// <summary>Valid only later, or made in the future: a clock is wrong.</summary>
    NotYetValid,

    /// <summary>Made longer ago than this sign-in can have taken.</summary>
    Stale,

    /// <summary>Made for another sign-in than this one.</summary>
    NonceMismatch,

    /// <summary>The two answers are about different people, or the statement is not the one announced.</summary>
    SubjectMismatch,

    /// <summary>Dezi is less sure of the person than "high".</summary>
    AssuranceTooLow,

    /// <summary>The statement names no proper Dezi number, subscriber or role.</summary>
    IdentityUnreadable,

    /// <summary>A role that the portal does not let in.</summary>
    RoleNotAdmitted,

    /// <summary>A new proof was asked and Dezi gave an old one.</summary>
    NotFresh,

    /// <summary>A new proof was asked and someone else gave it.</summary>
    OtherPerson,
}
