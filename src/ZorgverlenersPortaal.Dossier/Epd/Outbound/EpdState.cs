namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>How the EPD is doing, as far as this node has seen.</summary>
public enum EpdState
{
    /// <summary>It answers.</summary>
    Ok,

    /// <summary>It answers late: half of the last minute's answers took longer than <c>Epd:SlowSeconds</c>.</summary>
    Slow,

    /// <summary>It is not asked at the moment, because it kept failing; a probe looks whether it is back.</summary>
    Down,
}
