namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>What an officer typed to search the trail. It comes by POST only: a BSN stands in no address (R6).</summary>
public sealed class LogForm
{
    /// <summary>First day, dd-mm-jjjj.</summary>
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    public string? Until { get; set; }

    /// <summary>UZI number, AGB code or a part of a name.</summary>
    public string? Who { get; set; }

    /// <summary>The patient.</summary>
    public string? Bsn { get; set; }

    /// <summary>URA number of an organisation; only reports ask it.</summary>
    public string? Ura { get; set; }

    /// <summary>Value of <see cref="LogChoices.Bases"/>; empty for all.</summary>
    public string? Basis { get; set; }

    /// <summary>Name of an outcome; empty for all.</summary>
    public string? Outcome { get; set; }

    /// <summary>The record the page before ended with: time, node and sequence.</summary>
    public string? Before { get; set; }
}
