namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>The words and the field of every fault of a request (R9). Dutch.</summary>
public static class RequestFaults
{
    /// <summary>What is wrong and what to do.</summary>
    public static string Dutch(this RequestFault fault) => fault switch
    {
        RequestFault.Name => "Vul je naam in, ten hoogste 100 tekens.",
        RequestFault.UziNumber => "Een UZI-nummer heeft 9 cijfers. Het staat niet op je pas gedrukt; je leest het af in je passoftware of op de inlogpagina van dit portaal.",
        RequestFault.UziNumberIsCardNumber => "Dit is een pasnummer: 8 cijfers, gedrukt op je pas. We hebben je UZI-nummer nodig, van 9 cijfers.",
        RequestFault.UziNumberIsBigNumber => "Dit lijkt je BIG-nummer: 11 cijfers. Een UZI-nummer heeft 9 cijfers.",
        RequestFault.Agb => "Een AGB-code heeft 8 cijfers. Vul je persoonlijke code in, niet die van je praktijk.",
        RequestFault.AgbIsOrganisation => "Dit is de AGB-code van een instelling of onderneming. Vul je persoonlijke code in.",
        RequestFault.AgbOfOtherProfession => "Deze AGB-code hoort bij een ander beroep. Vul je persoonlijke code als arts in.",
        RequestFault.BigNumber => "Een BIG-nummer heeft 11 cijfers.",
        RequestFault.Role => "Kies je beroep: huisarts, specialist ouderengeneeskunde of arts verstandelijk gehandicapten.",
        RequestFault.Practice => "Vul de naam van je praktijk of instelling in, ten hoogste 100 tekens.",
        RequestFault.Contact => "Vul een e-mailadres of een telefoonnummer in, zodat we je kunnen bereiken.",
        RequestFault.TrainingNotAnswered => "Geef aan of je in opleiding bent.",
        RequestFault.InTraining => "Ben je in opleiding, dan kun je geen account krijgen. Vraag je opleider om mee te kijken.",
    };

    /// <summary>The field of <see cref="AccountRequestForm"/> it belongs to.</summary>
    public static string Field(this RequestFault fault) => fault switch
    {
        RequestFault.Name => nameof(AccountRequestForm.Name),
        RequestFault.UziNumber or RequestFault.UziNumberIsCardNumber or RequestFault.UziNumberIsBigNumber => nameof(AccountRequestForm.UziNumber),
        RequestFault.Agb or RequestFault.AgbIsOrganisation or RequestFault.AgbOfOtherProfession => nameof(AccountRequestForm.Agb),
        RequestFault.BigNumber => nameof(AccountRequestForm.BigNumber),
        RequestFault.Role => nameof(AccountRequestForm.Role),
        RequestFault.Practice => nameof(AccountRequestForm.Practice),
        RequestFault.Contact => nameof(AccountRequestForm.Email),
        RequestFault.TrainingNotAnswered or RequestFault.InTraining => nameof(AccountRequestForm.InTraining),
    };
}
