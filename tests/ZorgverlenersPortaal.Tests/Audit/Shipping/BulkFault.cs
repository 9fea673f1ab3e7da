namespace ZorgverlenersPortaal.Tests.Audit.Shipping;

/// <summary>How Elasticsearch, or what lies before it, fails.</summary>
public enum BulkFault
{
    None,

    /// <summary>429 for the whole request.</summary>
    Busy,

    /// <summary>503 for the whole request.</summary>
    Unavailable,

    /// <summary>401 for the whole request.</summary>
    Unauthorized,

    /// <summary>200 with <c>errors:true</c>: every second document is asked to come again.</summary>
    PartlyBusy,

    /// <summary>The connection is broken off before anything is done.</summary>
    ResetBefore,

    /// <summary>All is stored, and the connection is broken off.</summary>
    ResetAfter,

    /// <summary>All is stored, and no answer comes.</summary>
    SilentAfter,

    /// <summary>All is stored, and the answer is cut.</summary>
    CutAfter,

    /// <summary>200 from something that is no Elasticsearch.</summary>
    OtherServer,

    /// <summary>The node dies half way: half is stored, and 503 comes.</summary>
    HalfStored,
}
