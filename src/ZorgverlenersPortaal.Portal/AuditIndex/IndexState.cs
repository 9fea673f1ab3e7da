namespace ZorgverlenersPortaal.Portal.AuditIndex;

/// <summary>How the index follows the trail; a later one counts for more.</summary>
internal enum IndexState
{
    /// <summary>It follows.</summary>
    Ok,

    /// <summary>The last request failed; nothing has waited for too long yet.</summary>
    Waiting,

    /// <summary>Records were set aside.</summary>
    Parked,

    /// <summary>Records wait for longer than <c>Audit:Elasticsearch:LagSeconds</c>.</summary>
    Behind,
}
