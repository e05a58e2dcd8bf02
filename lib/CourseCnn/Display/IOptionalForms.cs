namespace CourseCnn.Display;

/// <summary>Makes forms of a type's values of which one or another cannot be made everywhere.</summary>
interface IOptionalForms
{
    /// <summary>Whether this form can be made here. One that cannot is not offered, so that the others are shown.</summary>
    bool CanMake(string mimeType);
}
