namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>Why a snooper looks.</summary>
internal enum Story
{
    /// <summary>A relative with the same name, who is in hospital.</summary>
    Relative,

    /// <summary>Somebody of the same house, with another name.</summary>
    Housemate,

    /// <summary>Somebody who works at the hospital, who was there as a patient.</summary>
    Colleague,

    /// <summary>A public figure, who is in hospital: what happened at Haga.</summary>
    Celebrity,

    /// <summary>Somebody who died long ago.</summary>
    Dead,

    /// <summary>A patient who left the practice.</summary>
    FormerPatient,

    /// <summary>A neighbour, by day; no visit at all.</summary>
    Neighbour,

    /// <summary>The same at night.</summary>
    AtNight,

    /// <summary>One after another, each with the same words.</summary>
    SameWords,

    /// <summary>An ex-partner, every week.</summary>
    Stalker,

    /// <summary>Many one after another on one evening.</summary>
    Spree,

    /// <summary>A locum after the shift.</summary>
    LocumAfterwards,

    /// <summary>Copying the practice: many own patients at once, who were not in hospital.</summary>
    Harvest,

    /// <summary>Trying names.</summary>
    NameTrying,

    /// <summary>A neighbour who happened to be in hospital that week: no record tells her look from a lawful one.</summary>
    Lucky,
}
