using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The people of the test PKI; the same ones that certs-dev/make-certs makes. All invented.</summary>
public static class TestCards
{
    /// <summary>GP of De Linde, with AGB.</summary>
    public static TestCard Huisarts { get; } = new();

    /// <summary>Another GP, other practice.</summary>
    public static TestCard Huisarts2 { get; } = new()
    {
        UziNumber = "900021220",
        Ura = "90000383",
        Agb = "01056790",
        GivenName = "Fatma",
        Surname = "Öztürk-van 't Hof",
        Organization = "Praktijk Öztürk & Zn.",
    };

    public static TestCard Apotheekhoudend { get; } = new()
    {
        UziNumber = "900021223",
        Ura = "90000386",
        Agb = "01056791",
        Role = "01.004",
        GivenName = "Karin",
        Surname = "Smit",
        Title = "Apotheekhoudend huisarts",
        Organization = "Praktijk Smit",
    };

    public static TestCard Ouderengeneeskunde { get; } = new()
    {
        UziNumber = "900021221",
        Ura = "90000384",
        Agb = "84012345",
        Role = "01.047",
        GivenName = "Annelies",
        Surname = "Bakker",
        Title = "Specialist ouderengeneeskunde",
        Organization = "Verpleeghuis Avondrust",
    };

    public static TestCard Avg { get; } = new()
    {
        UziNumber = "900021222",
        Ura = "90000385",
        Agb = "84054321",
        Role = "01.056",
        GivenName = "Pieter",
        Surname = "Jansen",
        Title = "Arts voor verstandelijk gehandicapten",
        Organization = "Zorginstelling Zonneweide",
    };

    /// <summary>GP without a practice of her own.</summary>
    public static TestCard Waarnemer { get; } = new()
    {
        UziNumber = "900021224",
        Ura = "90000387",
        Agb = "01056792",
        GivenName = "Sanne",
        Surname = "Visser",
        Organization = "Waarneming Visser",
    };

    /// <summary>AGB 00000000: the account has to know it.</summary>
    public static TestCard ZonderAgb { get; } = new()
    {
        UziNumber = "900021225",
        Ura = "90000388",
        Agb = "00000000",
        GivenName = "Tom",
        Surname = "Mulder",
        Organization = "Praktijk Mulder",
    };

    /// <summary>A valid card of somebody nobody has an account for.</summary>
    public static TestCard Onbekend { get; } = new()
    {
        UziNumber = "900029999",
        Ura = "90000777",
        Agb = "01077777",
        GivenName = "Onno",
        Surname = "Vreeswijk",
        Organization = "Praktijk Vreeswijk",
    };

    /// <summary>Z card with a role that is not admitted.</summary>
    public static TestCard Cardioloog { get; } = new()
    {
        UziNumber = "900027777",
        Ura = "90000779",
        Agb = "03077777",
        Role = "01.010",
        GivenName = "Bram",
        Surname = "Hart",
        Title = "Cardioloog",
        Organization = "Ander Ziekenhuis",
    };

    /// <summary>N card; issue it with <see cref="TestPki.EmployeeCa"/>.</summary>
    public static TestCard Medewerker { get; } = new()
    {
        UziNumber = "900031111",
        Agb = "01056789",
        Letter = "N",
        Role = "00.000",
        GivenName = "Mieke",
        Surname = "Balie",
        Title = "",
    };

    /// <summary>The signature certificate of the GP's card.</summary>
    public static TestCard Handtekening { get; } = Huisarts with
    {
        KeyUsage = X509KeyUsageFlags.NonRepudiation,
        Purposes = [TestCard.EmailProtection, TestCard.DocumentSigning],
        Upn = "",
    };
}
