namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Who asked for a result; <paramref name="By"/> only when named.</summary>
public sealed record ResultOrder(OrdererState State, ResultContact? By = null)
{
    /// <summary>The name, or in Dutch why there is none: a failure is never "niemand" (R7).</summary>
    public string Text => State switch
    {
        OrdererState.Named => By!.Name,
        OrdererState.NotRecorded => "niemand vastgelegd",
        OrdererState.Unavailable => "nu niet op te halen",
    };
}
