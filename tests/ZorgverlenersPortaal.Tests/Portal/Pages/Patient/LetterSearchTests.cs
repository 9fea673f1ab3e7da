using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Pages.Patient;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

public sealed class LetterSearchTests
{
    [Theory]
    [InlineData("Cardiologie", "Geen brief van Cardiologie past hierbij")]
    [InlineData("wat iemand intypte", "Geen brief past hierbij")]
    [InlineData(null, "Geen brief past hierbij")]
    public void R7_NothingFound_NamesASpecialtyOfTheseLettersOnly(string? specialty, string expected)
    {
        var letter = new Letter { Id = "1", Source = "DocumentReference/1/1", Kind = "Ontslagbrief", Title = "Ontslag", Specialty = "Cardiologie" };
        var search = new LetterSearch(new() { Letters = [letter] }, ("", null), "Verslag", specialty);
        Assert.Empty(search.Found);
        Assert.Equal(expected, search.NothingFound);
    }
}
