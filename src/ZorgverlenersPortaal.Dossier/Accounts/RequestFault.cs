namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What is wrong with a request as it was typed. Says nothing about what the portal holds (R16).</summary>
public enum RequestFault
{
    /// <summary>No name, or one of more than 100 characters or with control characters.</summary>
    Name,

    /// <summary>Not 9 digits.</summary>
    UziNumber,

    /// <summary>8 digits: the number printed on the card, not the person's.</summary>
    UziNumberIsCardNumber,

    /// <summary>11 digits: the BIG number.</summary>
    UziNumberIsBigNumber,

    /// <summary>Not 8 digits (7 get a zero in front), or all zeros.</summary>
    Agb,

    /// <summary>A kind of code that only practices, institutions and firms have.</summary>
    AgbIsOrganisation,

    /// <summary>A code of another profession.</summary>
    AgbOfOtherProfession,

    /// <summary>Not 11 digits.</summary>
    BigNumber,

    /// <summary>None of the three professions.</summary>
    Role,

    /// <summary>No practice or institution, or one of more than 100 characters.</summary>
    Practice,

    /// <summary>Neither a usable e-mail address nor a telephone number.</summary>
    Contact,

    /// <summary>The question whether one is in training was not answered.</summary>
    TrainingNotAnswered,

    /// <summary>In training: never let in.</summary>
    InTraining,
}
