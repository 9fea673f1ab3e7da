namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The days an officer has reviewed, or the draw she wants to see again. No patient stands in it.</summary>
public sealed class ReviewForm
{
    /// <summary>First day, dd-mm-jjjj.</summary>
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    public string? Until { get; set; }

    /// <summary>Record of an earlier draw: node/sequence.</summary>
    public string? Draw { get; set; }
}
