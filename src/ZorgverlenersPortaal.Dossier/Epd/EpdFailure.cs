namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Why the EPD's answer could not be used. Each has its own text on the page (ui.md §10).</summary>
public enum EpdFailure
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer within the deadline of the section.</summary>
    TimedOut,

    /// <summary>The EPD is overloaded or failing (429, 5xx).</summary>
    Failing,

    /// <summary>The EPD does not release this (401, 403).</summary>
    Refused,

    /// <summary>The resource is not there (404, 410).</summary>
    NotFound,

    /// <summary>The answer is no FHIR R4 JSON of the asked kind: HTML, truncated, a redirect, an unexpected status.</summary>
    NotUnderstood,

    /// <summary>The answer is larger than the configured limits.</summary>
    TooLarge,

    /// <summary>No secure connection: the EPD's certificate is not trusted, or it did not take ours. Never a fallback (H097).</summary>
    NotTrusted,

    /// <summary>Not asked at all: the hospital's role matrix closes this part to the doctor's role on this basis.</summary>
    ClosedToRole,

    /// <summary>The EPD does not let the portal in: no token, for the portal as a whole and not for this one question.</summary>
    NotAuthenticated,

    /// <summary>Not asked at all: the EPD says that it gives no earlier versions of this.</summary>
    HistoryNotKept,
}
