using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <content>Addresses under this patient: they hold handles, of this session and patient only.</content>
public abstract partial class RecordPage
{
    /// <summary>Address of this page.</summary>
    protected virtual string OwnAddress => RecordMenu.Address(Handle, Part);

    /// <summary>What the address of this page asks beside its path, to be kept by what is done on it; empty for nothing.</summary>
    protected virtual string KeptQuery => "";

    /// <summary>Address of something done on this page.</summary>
    public string ActAddress(string handler) => $"{RecordMenu.Address(Handle, Part)}?handler={handler}{(KeptQuery.Length == 0 ? "" : "&" + KeptQuery)}";

    /// <summary>Address of a letter, for this session and patient only.</summary>
    public string LetterAddress(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return $"/patient/{Handle}/brief/{_opened!.Make("letter", letter.Id)}";
    }

    /// <summary>Address of a version that another letter replaced; the page that offers it says so.</summary>
    public string EarlierAddress(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return $"/patient/{Handle}/eerdere-brief/{_opened!.Make("earlier", letter.Id)}";
    }

    /// <summary>Address of the page on which a letter is read.</summary>
    public string ReadingAddress(Letter letter) => LetterAddress(letter) + "/lezen";

    /// <summary>A handle under this patient's, for this session only.</summary>
    protected string Make(string kind, string id) => _opened!.Make(kind, id);

    /// <summary>The EPD's id in a handle that was made under this patient's; null for any other.</summary>
    protected string? Read(string kind, string handle) => _opened?.Read(kind, handle);
}
